import { useCallback, useEffect, useRef, useState } from 'react';
import { macroApi, type ListRecordsRequest, type LogRowView } from '../../../src/contracts/api/macro-api';
import { type ApiError } from '../../../src/contracts/api/result';
import { callBackend } from '../bridge/call-backend';
import { type Names } from '../elements/person-name';
import { type LogFilter } from './log-filter';

export interface Records {
  /** Undefined before the first answer. With a new filter the rows before stay until the answer is there. */
  readonly rows: readonly LogRowView[] | undefined;
  readonly names: Names;
  readonly types: readonly string[];
  readonly isReading: boolean;
  /** Whether the end of the log was reached. */
  readonly isComplete: boolean;
  readonly error: ApiError | undefined;
  readonly readMore: () => void;
  readonly readAgain: () => void;
}

interface Known {
  readonly rows: readonly LogRowView[] | undefined;
  readonly names: Names;
  readonly types: readonly string[];
  readonly cursor: string | null;
  readonly isReading: boolean;
  readonly error: ApiError | undefined;
}

const NOTHING: Known = { rows: undefined, names: {}, types: [], cursor: null, isReading: true, error: undefined };

/**
 * A page without a row is not the end (what the filter leaves out is left out late), so that an empty table reads on by
 * itself, but not for ever: then "Load more" is there.
 */
const MOST_EMPTY_PAGES = 5;

/** The rows that match the filter, page by page. Only the answer to the newest question counts. */
export function useRecords(filter: LogFilter): Records {
  const [known, setKnown] = useState(NOTHING);
  const newest = useRef(0);

  const read = useCallback(
    async (cursor: string | null) => {
      const turn = ++newest.current;
      setKnown((before) => ({ ...before, isReading: true, error: undefined }));
      let from = cursor;
      for (let page = 0; page < MOST_EMPTY_PAGES; page += 1) {
        const question: ListRecordsRequest = { filter: { ...filter, text: filter.text.trim() }, cursor: from };
        const result = await callBackend('listRecords', macroApi.listRecords, question);
        if (turn !== newest.current) return;
        if (!result.ok) {
          setKnown((before) => ({ ...before, isReading: false, error: result.error }));
          return;
        }
        const answer = result.value;
        const isFirst = from === null;
        const readsOn = answer.rows.length === 0 && answer.cursor !== null && page + 1 < MOST_EMPTY_PAGES;
        setKnown((before) => ({
          rows: isFirst ? answer.rows : [...(before.rows ?? []), ...answer.rows],
          names: isFirst ? answer.names : { ...before.names, ...answer.names },
          types: answer.types,
          cursor: answer.cursor,
          isReading: readsOn,
          error: undefined,
        }));
        if (!readsOn) return;
        from = answer.cursor;
      }
    },
    [filter],
  );

  useEffect(() => {
    void read(null);
    return () => {
      newest.current += 1;
    };
  }, [read]);

  return {
    ...known,
    isComplete: known.cursor === null,
    readMore: () => void read(known.cursor),
    readAgain: () => void read(null),
  };
}
