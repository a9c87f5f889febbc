import Button from '@atlaskit/button/new';
import SectionMessage from '@atlaskit/section-message';
import { useState } from 'react';
import { adminApi, type LedgerCheckView } from '../../../src/contracts/api/admin-api';
import { type Result } from '../../../src/contracts/api/result';
import { callBackend } from '../bridge/call-backend';
import { FailedMessage } from '../elements/failed-message';

/** Has every entry of the ledger checked, and says plainly what came out. */
export function LedgerCheck() {
  const [isChecking, setChecking] = useState(false);
  const [result, setResult] = useState<Result<LedgerCheckView>>();
  const check = async () => {
    setChecking(true);
    setResult(undefined);
    setResult(await callBackend('checkLedger', adminApi.checkLedger, {}));
    setChecking(false);
  };
  return (
    <div className="ledger-check">
      <Button isLoading={isChecking} onClick={() => void check()}>
        Verify the ledger
      </Button>
      <div role="status">
        {result?.ok === true && (
          <SectionMessage
            appearance={result.value.intact ? 'success' : 'error'}
            title={result.value.intact ? 'Unaltered' : 'The ledger was altered'}
          >
            <p className="as-written">{result.value.text}</p>
          </SectionMessage>
        )}
      </div>
      {result?.ok === false && <FailedMessage what="The ledger could not be checked." error={result.error} />}
    </div>
  );
}
