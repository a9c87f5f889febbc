// What `view.getContext` of @forge/bridge and `workflowRules.onConfigure` of @forge/jira-bridge send.
const allowed = globalThis.document.getElementById('allowed');
globalThis.__bridge.callBridge('getContext').then(({ extension }) => {
  allowed.checked = JSON.parse(extension.validatorConfig || '{}').allowed === true;
  allowed.disabled = false;
});
globalThis.__bridge.callBridge('setWorkflowRuleConfigurationCallback', {
  data: { onConfigure: async () => JSON.stringify({ allowed: allowed.checked }) },
});
