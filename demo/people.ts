import type { Group, Person } from '../sandbox/platform';

/** One person in each role, and a second one where the first may not decide on a change of their own. */
function person(id: string, displayName: string, role: string, timeZone = 'Europe/Berlin'): Person {
  const emailAddress = `${id.split('-')[0] ?? id}@northwind.example`;
  return {
    accountId: `712020:${id}`,
    displayName,
    emailAddress,
    accountType: 'atlassian',
    active: true,
    timeZone,
    role,
  };
}

export const PEOPLE = {
  priya: person('priya-nair', 'Priya Nair', 'IT Administrator, asks for changes'),
  sam: person('sam-okafor', 'Sam Okafor', 'Security Lead'),
  carla: person('carla-ortiz', 'Carla Ortiz', 'CTO'),
  dev: person('dev-shah', 'Dev Shah', 'Deputy CTO'),
  ines: person('ines-duarte', 'Inês Duarte', 'IT Director'),
  ivo: person('ivo-marek', 'Ivo Marek', 'IT Administrator, implements changes'),
  tess: person('tess-lindqvist', 'Tess Lindqvist', 'Quality assurance'),
  nils: person('nils-aaker', 'Nils Aaker', 'Change manager'),
  hana: person('hana-sato', 'Hana Sato', 'Head of Engineering'),
  leo: person('leo-costa', 'Leo Costa', 'Development Team Leader'),
  zoe: person('zoe-arnold', 'Zoe Arnold', 'Developer'),
  rosa: person('rosa-lind', 'Rosa Lind', 'Security engineer'),
  jonas: person('jonas-weber', 'Jonas Weber', 'Jira administrator'),
  ada: person('ada-brandt', 'Ada Brandt', 'Auditor', 'Europe/London'),
  mia: person('mia-chen', 'Mia Chen', 'Colleague without access to the changes', 'America/New_York'),
} as const satisfies Record<string, Person>;

function group(name: string, ...members: readonly Person[]): Group {
  return { groupId: `grp-${name}`, name, members: members.map(({ accountId }) => accountId) };
}

const { priya, sam, carla, dev, ines, ivo, tess, nils, hana, leo, zoe, rosa, jonas, ada } = PEOPLE;

export const GROUPS: readonly Group[] = [
  group('it-administrators', priya, ivo),
  group('security-leads', sam),
  group('security-team', sam, rosa),
  group('cto-office', carla, dev),
  group('it-directors', ines),
  group('it-team', priya, ivo),
  group('quality-assurance', tess),
  group('change-managers', nils),
  group('engineering-heads', hana),
  group('change-advisory-board', nils, hana, ines),
  group('development-leads', leo),
  group('developers', leo, zoe),
  group('management', carla, ines, hana),
  group('auditors', ada),
  group('jira-administrators', jonas),
  group('change-people', priya, sam, carla, dev, ines, ivo, tess, nils, hana, leo, zoe, rosa, jonas),
  group('everyone', ...Object.values(PEOPLE)),
];
