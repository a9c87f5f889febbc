/** One export for each function key of manifest.yml. */
export { changePublisher } from './handlers/consumers/change-publisher';
export { provisioner } from './handlers/consumers/provisioner';
export { macroExport } from './handlers/macro/macro-export';
export { macroResolver } from './handlers/macro/macro-resolver';
export { adminResolver } from './handlers/resolvers/admin-resolver';
export { panelResolver } from './handlers/resolvers/panel-resolver';
export { issueUpdated } from './handlers/triggers/issue-updated';
export { deployGate } from './handlers/webtriggers/deploy-gate';
export { workflowGate } from './handlers/validators/workflow-gate';
