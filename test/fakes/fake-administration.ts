import type { GuardedBy } from '../../src/domain/provisioning/governed-project';
import type { StepOutcome } from '../../src/domain/provisioning/outcome';
import type { JiraStep, WorkflowSpec } from '../../src/domain/provisioning/step';
import type { NamedThing, Survey } from '../../src/domain/provisioning/survey';
import { Failure } from '../../src/domain/failure';
import type {
  GuardsOfTransition,
  JiraAdministration,
  NamedJiraField,
  NamedJiraProject,
  TaskState,
} from '../../src/ports/jira-administration';
import type { FakeFaults } from './fake-faults';

type Writable = { -readonly [Key in keyof Survey]: Survey[Key] };

/** Jira's configuration in memory, of one project. Refuses a name that is taken, as Jira does. */
export class FakeAdministration implements JiraAdministration {
  /** What there is; a test may put something else in its place. */
  site: Writable | undefined;
  readonly done: JiraStep[] = [];
  readonly workflows = new Map<string, WorkflowSpec>();
  /** How often a task is looked at before it is over. */
  taskLooks = 1;
  readonly #faults: FakeFaults;
  #lastId = 20_000;
  #task: { readonly schemeId: string; looks: number } | undefined;

  constructor(faults: FakeFaults) {
    this.#faults = faults;
  }

  async searchProjects(text: string): Promise<readonly NamedJiraProject[]> {
    await this.#faults.report('administration.searchProjects');
    const { project } = this.#site();
    const fits = `${project.key} ${project.name}`.toLowerCase().includes(text.toLowerCase());
    return fits && project.companyManaged ? [{ id: project.id, key: project.key, name: project.name }] : [];
  }

  async createProject(): Promise<NamedJiraProject> {
    await this.#faults.report('administration.createProject');
    throw new Failure('bad-request', 'The fake has one project only.');
  }

  async survey(projectId: string): Promise<Survey> {
    await this.#faults.report('administration.survey');
    if (this.site?.project.id !== projectId) throw new Failure('not-found', 'There is no such project.');
    return structuredClone(this.site);
  }

  async task(): Promise<TaskState> {
    await this.#faults.report('administration.task');
    if (this.#task === undefined) throw new Failure('not-found', 'There is no such task.');
    this.#task.looks += 1;
    if (this.#task.looks < this.taskLooks) return { state: 'running' };
    this.#assign('workflowScheme', this.#task.schemeId);
    return { state: 'done' };
  }

  async gatesOf(workflowId: string): Promise<readonly GuardedBy[] | undefined> {
    await this.#faults.report('administration.gatesOf');
    return this.workflows
      .get(workflowId)
      ?.transitions.flatMap(({ id, guards }) =>
        guards.flatMap((guard) => (guard.by === 'gate' ? [{ transitionId: id, gate: guard.gate }] : [])),
      );
  }

  async setGuards(workflowId: string, wanted: readonly GuardsOfTransition[]): Promise<void> {
    await this.#faults.report('administration.setGuards');
    const workflow = this.workflows.get(workflowId);
    if (workflow === undefined) throw new Failure('not-found', 'There is no such workflow.');
    const transitions = workflow.transitions.map((transition) => {
      const { guards, restore } = wanted.find(({ transitionId }) => transitionId === transition.id) ?? {};
      const carriesGate = transition.guards.some(({ by }) => by === 'gate');
      return guards === undefined || !(carriesGate || restore === true) ? transition : { ...transition, guards };
    });
    this.workflows.set(workflowId, { ...workflow, transitions });
  }

  async customFields(): Promise<readonly NamedJiraField[]> {
    await this.#faults.report('administration.customFields');
    return this.#site().fields.map(({ id, name, form }) => ({ id, name, form }));
  }

  async carryOut(step: JiraStep): Promise<StepOutcome> {
    await this.#faults.report('administration.carryOut');
    const outcome = this.#carryOut(step);
    this.done.push(structuredClone(step));
    // The effect took place, and the answer got lost.
    await this.#faults.report('administration.answer');
    return outcome;
  }

  #carryOut(step: JiraStep): StepOutcome {
    const site = this.#site();
    switch (step.do) {
      case 'make-issue-type':
        return this.#make(
          step,
          (id, { name }) => (site.issueTypes = [...site.issueTypes, { id, name, standard: true }]),
        );
      case 'make-field':
        return this.#make(step, (id, thing) => {
          const field = { ...thing, id: `customfield_${id}`, form: step.form, inProject: true, options: null };
          site.fields = [...site.fields, field];
          return field.id;
        });
      case 'make-statuses': {
        const made = step.statuses.map(({ stage, name, description, category }) => {
          requireFree(name, site.statuses);
          const id = this.#nextId();
          site.statuses = [...site.statuses, { id, name, description, category }];
          return [stage, id] as const;
        });
        return { ids: Object.fromEntries(made) };
      }
      case 'make-screen':
        return this.#add(step, 'screens');
      case 'make-screen-scheme':
        return this.#add(step, 'screenSchemes');
      case 'make-issue-type-screen-scheme':
        return this.#add(step, 'issueTypeScreenSchemes');
      case 'make-issue-type-scheme':
        return this.#add(step, 'issueTypeSchemes');
      case 'make-workflow-scheme':
        return this.#add(step, 'workflowSchemes');
      case 'make-workflow': {
        const outcome = this.#add(step.workflow, 'workflows');
        this.workflows.set(outcome.ids['id'] ?? '', step.workflow);
        return outcome;
      }
      case 'assign-workflow-scheme':
        if (step.moves !== null) {
          this.#task = { schemeId: step.schemeId, looks: 0 };
          return { task: '1' };
        }
        if (site.project.issues > 0) throw new Failure('unexpected-answer', 'The project has issues.');
        return this.#assign('workflowScheme', step.schemeId);
      case 'assign-screens':
        return this.#assign('issueTypeScreenScheme', step.schemeId);
      case 'assign-issue-types':
        return this.#assign('issueTypeScheme', step.schemeId);
      case 'add-options':
      case 'fill-screen':
        return { ids: {} };
    }
  }

  #add(
    thing: Pick<NamedThing, 'name' | 'description'>,
    list: 'screens' | 'screenSchemes' | 'issueTypeScreenSchemes' | 'issueTypeSchemes' | 'workflows' | 'workflowSchemes',
  ) {
    const site = this.#site();
    requireFree(thing.name, site[list]);
    return this.#make(thing, (id, { name, description }) => (site[list] = [...site[list], { id, name, description }]));
  }

  #make(
    { name, description }: Pick<NamedThing, 'name' | 'description'>,
    keep: (id: string, thing: NamedThing) => unknown,
  ): { readonly ids: Readonly<Record<string, string>> } {
    const id = this.#nextId();
    const kept = keep(id, { id, name, description });
    return { ids: { id: typeof kept === 'string' ? kept : id } };
  }

  #assign(scheme: 'workflowScheme' | 'issueTypeScreenScheme' | 'issueTypeScheme', id: string): StepOutcome {
    const site = this.#site();
    const assigned = { ...site.current[scheme], id, others: 0 };
    site.current = { ...site.current, [scheme]: assigned };
    return { ids: {} };
  }

  #nextId(): string {
    this.#lastId += 1;
    return String(this.#lastId);
  }

  #site(): Writable {
    if (this.site === undefined) throw new Failure('not-found', 'There is no such project.');
    return this.site;
  }
}

function requireFree(name: string, things: readonly { readonly name: string }[]): void {
  if (things.some((thing) => thing.name.toLowerCase() === name.toLowerCase())) {
    throw new Failure('unexpected-answer', `The name '${name}' is taken.`);
  }
}
