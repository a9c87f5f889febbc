/** What the keys of Jira's own custom field types and searchers begin with. */
export const CUSTOM_FIELD_PLUGIN = 'com.atlassian.jira.plugin.system.customfieldtypes';
