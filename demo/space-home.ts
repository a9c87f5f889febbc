import { z } from 'zod';
import type { Site } from '../sandbox';
import { PEOPLE } from './people';
import { visit } from './visitor';

const spaces = z.object({ results: z.array(z.object({ homepageId: z.string(), name: z.string() })) });
const page = z.object({ id: z.string(), title: z.string(), version: z.object({ number: z.number() }) });

/** Writes the front page of the change-log space, as its owner would: a sentence, and the app's macro. */
export async function writeSpaceHome(site: Site): Promise<void> {
  const owner = visit(site, PEOPLE.jonas);
  const [space] = spaces.parse(await owner.get('/wiki/api/v2/spaces?keys=CHANGELOG')).results;
  if (space === undefined) throw new Error('The site has no space for the change log.');
  const home = page.parse(await owner.get(`/wiki/api/v2/pages/${space.homepageId}`));
  const { appId, environmentId } = site.forge.identity;
  const document = {
    type: 'doc',
    version: 1,
    content: [
      {
        type: 'paragraph',
        content: [
          {
            type: 'text',
            text: 'Every change that was closed, rejected or cancelled. The pages of the months hold the full records.',
          },
        ],
      },
      {
        type: 'extension',
        attrs: {
          extensionType: 'com.atlassian.ecosystem',
          extensionKey: `${appId}/${environmentId}/static/change-log`,
          text: 'Change log',
          parameters: { layout: 'extension', guestParams: {}, forgeEnvironment: 'DEVELOPMENT' },
          layout: 'wide',
          localId: '3f6a1f0e-6f0e-4c55-9d1a-5f2f3d0b7a10',
        },
      },
    ],
  };
  await owner.put(`/wiki/api/v2/pages/${home.id}`, {
    id: home.id,
    status: 'current',
    title: home.title,
    version: { number: home.version.number + 1 },
    body: { representation: 'atlas_doc_format', value: JSON.stringify(document) },
  });
}
