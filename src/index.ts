/** One export for each function key of manifest.yml. */
export { changePublisher } from './handlers/consumers/change-publisher';
export { watchman } from './handlers/consumers/watchman';
export { stateWriter } from './handlers/consumers/state-writer';
export { provisioner } from './handlers/consumers/provisioner';
export { macroExport } from './handlers/macro/macro-export';
export { macroResolver } from './handlers/macro/macro-resolver';
export { adminResolver } from './handlers/resolvers/admin-resolver';
export { panelResolver } from './handlers/resolvers/panel-resolver';
export { ruleResolver } from './handlers/resolvers/rule-resolver';
export { hourlySweep } from './handlers/scheduled/hourly-sweep';
export { changeTouched } from './handlers/triggers/change-touched';
export { issueUpdated } from './handlers/triggers/issue-updated';
export { deployGate } from './handlers/webtriggers/deploy-gate';
export { workflowGate } from './handlers/validators/workflow-gate';
