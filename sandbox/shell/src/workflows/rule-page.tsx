import Button from '@atlaskit/button/new';
import EmptyState from '@atlaskit/empty-state';
import Heading from '@atlaskit/heading';
import { useCallback, useMemo, useRef, useState } from 'react';
import { AppFrame } from '../apps/app-frame';
import type { OpenRule } from '../apps/bridge-calls';
import { useInstalledApp } from '../apps/installed-app';
import { RefusalBox } from '../jira/refusal-box';
import { MessageLines } from '../loading';
import { navigate, PageLink } from '../routing';
import { useSession } from '../session';
import type { RuleModule } from '../site/app-api';
import { linesOf } from '../site/site-client';
import { changeRules } from '../site/workflow-api';
import { AdministratorsOnly } from './administrators-only';
import { configured, newRule } from './transition-rules';

interface RulePageProps {
  readonly workflowId: string;
  readonly transitionId: string;
  readonly screen: OpenRule['screen'];
  readonly moduleKey: string;
  /** Absent while the rule is being created. */
  readonly ruleId?: string;
}

/** A screen of the app for one of its rules. Saving asks the screen for the configuration and updates the workflow. */
export function RulePage(props: RulePageProps) {
  const { rules } = useInstalledApp();
  const module = rules.find(({ key }) => key === props.moduleKey);
  const back = `/jira/workflows/${props.workflowId}`;
  return (
    <AdministratorsOnly crumbs={<PageLink href={back}>Rules of the app</PageLink>}>
      {module === undefined ? (
        <EmptyState headingLevel={2} header="The installed app has no such rule" description={props.moduleKey} />
      ) : (
        <RuleScreen {...props} module={module} back={back} />
      )}
    </AdministratorsOnly>
  );
}

function RuleScreen({
  workflowId,
  transitionId,
  screen,
  ruleId,
  module,
  back,
}: RulePageProps & { readonly module: RuleModule; readonly back: string }) {
  const { site } = useSession();
  const [refusal, setRefusal] = useState<readonly string[]>();
  const configure = useRef<() => Promise<unknown>>(undefined);
  const onConfigureRule = useCallback((next: () => Promise<unknown>) => {
    configure.current = next;
  }, []);
  const workflowRule = useMemo<OpenRule>(
    () => ({ screen, workflowId, transitionId, ...(ruleId === undefined ? {} : { ruleId }) }),
    [screen, workflowId, transitionId, ruleId],
  );
  const save = async (): Promise<void> => {
    const config = await configure.current?.();
    // Undefined keeps the form open: the app has shown what is missing.
    if (typeof config !== 'string') return;
    await changeRules(site, workflowId, transitionId, module.kind, (rules) =>
      ruleId === undefined
        ? [...rules, newRule(module, crypto.randomUUID(), config)]
        : configured(rules, ruleId, config),
    );
    navigate(back);
  };
  return (
    <>
      <Heading size="large" as="h1">
        {module.title}
      </Heading>
      {refusal !== undefined && (
        <RefusalBox title="The rule was not saved">
          <MessageLines lines={refusal} />
        </RefusalBox>
      )}
      <AppFrame
        moduleKey={module.key}
        title={`${module.title}: configuration`}
        workflowRule={workflowRule}
        onConfigureRule={onConfigureRule}
        framed
      />
      <p className="button-row">
        {screen !== 'view' && (
          <Button
            appearance="primary"
            onClick={() => {
              setRefusal(undefined);
              save().catch((error: unknown) => {
                setRefusal(linesOf(error));
              });
            }}
          >
            {screen === 'create' ? 'Add' : 'Update'}
          </Button>
        )}
        <PageLink href={back}>Back to the workflow</PageLink>
      </p>
    </>
  );
}
