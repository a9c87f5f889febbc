import Button from '@atlaskit/button/new';
import Heading from '@atlaskit/heading';
import { useCallback, useState } from 'react';
import { useInstalledApp } from '../apps/installed-app';
import { RefusalBox } from '../jira/refusal-box';
import { Loaded, MessageLines, useLoad } from '../loading';
import { navigate, PageLink } from '../routing';
import { useSession } from '../session';
import { linesOf } from '../site/site-client';
import { changeRules, fetchWorkflow } from '../site/workflow-api';
import type { OpenWorkflow, RuleChange } from '../site/workflow-api';
import type { RuleModule } from '../site/app-api';
import type { WorkflowTransition } from '../site/workflow-shapes';
import { AdministratorsOnly } from './administrators-only';
import { appRules, newRule, without } from './transition-rules';

/** The transitions of a workflow with the app's rules on them. Other rules are administered by REST only. */
export function WorkflowPage({ workflowId }: { readonly workflowId: string }) {
  return (
    <AdministratorsOnly crumbs={<span aria-current="page">Rules of the app</span>}>
      <WorkflowRules workflowId={workflowId} />
    </AdministratorsOnly>
  );
}

function WorkflowRules({ workflowId }: { readonly workflowId: string }) {
  const { site } = useSession();
  const loading = useLoad(useCallback(() => fetchWorkflow(site, workflowId), [site, workflowId]));
  const [refusal, setRefusal] = useState<readonly string[]>();
  const change = (transitionId: string, kind: RuleModule['kind'], how: RuleChange): void => {
    setRefusal(undefined);
    changeRules(site, workflowId, transitionId, kind, how).then(loading.reload, (error: unknown) => {
      setRefusal(linesOf(error));
    });
  };
  return (
    <Loaded from={loading} what="the workflow">
      {(open) => (
        <>
          <div className="section-head">
            <Heading size="large" as="h1">
              {open.workflow.name}
            </Heading>
          </div>
          {refusal !== undefined && (
            <RefusalBox title="The workflow was not changed">
              <MessageLines lines={refusal} />
            </RefusalBox>
          )}
          {open.workflow.transitions.map((transition) => (
            <TransitionRules key={transition.id} open={open} transition={transition} change={change} />
          ))}
        </>
      )}
    </Loaded>
  );
}

function TransitionRules({
  open: { workflow, statuses },
  transition,
  change,
}: {
  readonly open: OpenWorkflow;
  readonly transition: WorkflowTransition;
  readonly change: (transitionId: string, kind: RuleModule['kind'], how: RuleChange) => void;
}) {
  const { rules: modules } = useInstalledApp();
  const nameOf = (reference: string): string => statuses.find(({ id }) => id === reference)?.name ?? reference;
  const froms = transition.links.map(({ fromStatusReference }) => nameOf(fromStatusReference));
  const path = `/jira/workflows/${workflow.id}/${transition.id}`;
  const add = (module: RuleModule): void => {
    if (module.screens.includes('create')) navigate(`${path}/create/${module.key}`);
    else change(transition.id, module.kind, (rules) => [...rules, newRule(module, crypto.randomUUID(), '{}')]);
  };
  return (
    <section aria-label={transition.name}>
      <Heading size="small" as="h2">
        {transition.name}
      </Heading>
      <p className="quiet">
        {froms.length === 0 ? 'From any status' : `From ${froms.join(', ')}`} to {nameOf(transition.toStatusReference)}
      </p>
      <ul>
        {appRules(transition, modules).map(({ id, module }) => (
          <li key={id} className="button-row">
            <span>
              {module.title} ({module.kind})
            </span>
            {(['view', 'edit'] as const)
              .filter((screen) => module.screens.includes(screen))
              .map((screen) => (
                <PageLink key={screen} href={`${path}/${screen}/${module.key}/${encodeURIComponent(id)}`}>
                  {screen === 'edit' ? `Edit ${module.title}` : `View ${module.title}`}
                </PageLink>
              ))}
            <Button
              spacing="compact"
              appearance="subtle"
              onClick={() => {
                change(transition.id, module.kind, (rules) => without(rules, id));
              }}
            >
              Remove {module.title}
            </Button>
          </li>
        ))}
      </ul>
      {workflow.isEditable && transition.type !== 'INITIAL' && (
        <p className="button-row">
          {modules.map((module) => (
            <Button
              key={module.key}
              spacing="compact"
              onClick={() => {
                add(module);
              }}
            >
              Add {module.title}
            </Button>
          ))}
        </p>
      )}
    </section>
  );
}
