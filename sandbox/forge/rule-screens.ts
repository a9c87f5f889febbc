import type { AppModule } from './manifest';

const SCREENS = ['create', 'edit', 'view'] as const;
export type RuleScreen = (typeof SCREENS)[number];

export function isRuleScreen(name: string): name is RuleScreen {
  return SCREENS.some((screen) => screen === name);
}

/** The resources of the screens that a workflow rule has; none for other modules. */
export function ruleScreens(module: AppModule): Readonly<Partial<Record<RuleScreen, string>>> {
  if (module.type !== 'jira:workflowValidator' && module.type !== 'jira:workflowCondition') return {};
  return Object.fromEntries(
    SCREENS.flatMap((screen) => {
      const resource = module[screen]?.resource;
      return resource === undefined ? [] : [[screen, resource]];
    }),
  );
}
