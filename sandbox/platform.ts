/**
 * The seams between the parts of the sandbox: what Jira, Confluence and the Forge host know of each other.
 * Everything here is in Atlassian's words; nothing in `sandbox/` knows the app that it runs.
 */

/** Who a request to a product acts as. Decided by the transport (basic auth or the Forge proxy), never by a payload. */
export type Actor =
  | { readonly kind: 'user'; readonly accountId: string }
  | { readonly kind: 'app'; readonly accountId: string }
  | { readonly kind: 'anonymous' };

/** Hono bindings that every product application receives: `app.fetch(request, { actor })`. */
export interface ProductEnv {
  Bindings: { readonly actor: Actor };
}

/** The one clock of a site. All instants of the site, its products and the deployed app come from here. */
export interface SiteClock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Sets the clock to an instant and stops it there; refuses to go back. */
  set(instant: Date | string): void;
  advance(milliseconds: number): void;
}

export interface Person {
  readonly accountId: string;
  readonly displayName: string;
  readonly emailAddress: string;
  /** `atlassian` is a human being, `app` a Forge app's own account. */
  readonly accountType: 'atlassian' | 'app';
  readonly active: boolean;
  readonly timeZone: string;
  /** One line for the person switcher, e.g. "Security Lead". Not part of Atlassian's user. */
  readonly role?: string;
}

export interface Group {
  readonly groupId: string;
  readonly name: string;
  readonly members: readonly string[];
}

/** People and groups, shared by both products as on an Atlassian site. */
export interface Directory {
  readonly people: readonly Person[];
  readonly groups: readonly Group[];
  findPerson(accountId: string): Person | undefined;
  findPersonByEmail(emailAddress: string): Person | undefined;
  groupsOf(accountId: string): readonly Group[];
  /** Adds or replaces; used by seeds and by the group administration calls of Jira. */
  putPerson(person: Person): void;
  putGroup(group: Group): void;
}

/** A product event on its way to the apps that asked for it, in the documented shape of its payload. */
export interface ProductEvent {
  /** e.g. `avi:jira:updated:issue` */
  readonly name: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

export interface EventSink {
  publish(event: ProductEvent): void;
}

/** One run of an app's workflow rule by Jira. `ruleArn` is the `parameters.key` of the workflow rule. */
export interface ValidatorCall {
  readonly ruleArn: string;
  /** `parameters.config`, parsed. */
  readonly configuration: Readonly<Record<string, unknown>>;
  readonly issue: { readonly id: string; readonly key: string };
  readonly transition: {
    readonly from: { readonly id: string };
    readonly to: { readonly id: string };
    /** Only the fields that were edited on the transition screen, in the formats of Get issue; emptied arrays are null. */
    readonly modifiedFields: Readonly<Record<string, unknown>>;
  };
}

export interface ValidatorAnswer {
  readonly result: boolean;
  readonly errorMessage?: string;
}

/** A workflow rule that an installed app offers. */
export interface ExtensionRule {
  /** The ARI of the module: what a workflow names as `parameters.key` of the rule. */
  readonly key: string;
  readonly type: 'Condition' | 'Validator' | 'Function';
  readonly name: string;
  readonly description: string;
  /** A Jira expression; absent when the rule is a function, which `validate` runs. */
  readonly expression?: string;
  readonly errorMessage?: ErrorMessage;
}

/** A rule that Jira evaluates by itself. */
export type ExpressionRule = ExtensionRule & { readonly expression: string };

/** A text, or a Jira expression that returns one. */
export type ErrorMessage = string | { readonly expression: string };

/** A Jira expression that is asked before an action on an issue (`jira:actionValidator`). */
export interface ActionValidator {
  readonly key: string;
  readonly action: 'workItemTypeChanged';
  readonly expression: string;
  readonly errorMessage?: string;
}

/** What the values of an app's field are; `people` is a list of users. */
export type AppFieldType = 'string' | 'user' | 'people' | 'object';

/** A custom field that an installed app declares (`jira:customField`). */
export interface AppField {
  /** The ARI of the module: the type of the field. */
  readonly type: string;
  /** What the app can name the field by, besides its id. */
  readonly key: string;
  readonly name: string;
  readonly description: string;
  readonly dataType: AppFieldType;
  readonly readOnly: boolean;
  /** A Jira expression that renders a value as text. */
  readonly formatter: string | null;
  /** The JSON schema of the values of an object field, with Atlassian's own keywords. */
  readonly schema: Readonly<Record<string, unknown>> | null;
}

/** What Jira asks of the Forge host about the fields and workflow rules of apps. */
export interface WorkflowExtensions {
  /** The fields that exist because the app is installed. */
  fields(): readonly AppField[];
  /** The rules that can be put on a transition. */
  rules(): readonly ExtensionRule[];
  actionValidators(): readonly ActionValidator[];
  /** Resolves also when the app throws, times out or answers nonsense: then `result` is false. Undefined: rule not installed. */
  validate(call: ValidatorCall): Promise<ValidatorAnswer | undefined>;
}

/** State of one part of the site, kept in memory and written to the data directory (when there is one) by the site. */
export interface StatePart {
  readonly name: string;
  /** A JSON value from which `restore` brings back exactly the same state. */
  snapshot(): unknown;
  restore(value: unknown): void;
}
