import { compose } from '../../composition';
import { Failure } from '../../domain/failure';
import { listRecords } from '../../usecases/list-records';

const EVERYTHING = { text: '', type: null, stage: null };

/**
 * `adfExport` of the change-log macro: what stands in a PDF or Word export of the page. Lists the newest records that the
 * person who exports may browse; without such a person, or when Jira does not answer, it says so in their place.
 */
export async function macroExport(): Promise<unknown> {
  const { pages, ...ports } = compose();
  try {
    const { records } = await listRecords(ports, EVERYTHING, null);
    return pages.document(
      records.length === 0 ? { sentence: 'The change log holds no change that you may see.' } : { records },
    );
  } catch (error) {
    if (error instanceof Failure) {
      return pages.document({
        sentence: 'The change log could not be read for this export. Open the page in Confluence to see it.',
      });
    }
    throw error;
  }
}
