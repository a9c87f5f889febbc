import { type PolicyView } from '../../../src/contracts/api/admin-api';
import { HashText } from '../elements/hash-text';
import { TimeStamp } from '../elements/time-stamp';

/** Which policy it is, since when it decides, and what the document says about itself. */
export function PolicyFacts({ policy }: { readonly policy: PolicyView }) {
  return (
    <dl className="facts">
      <div>
        <dt>Policy</dt>
        <dd>
          <p>
            {policy.id}, version {policy.version}
          </p>
        </dd>
      </div>
      {policy.since !== null && (
        <div>
          <dt>In force since</dt>
          <dd>
            <p>
              <TimeStamp at={policy.since} />
            </p>
          </dd>
        </div>
      )}
      {policy.about.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            <p className="as-written">{value}</p>
          </dd>
        </div>
      ))}
      <div>
        <dt>Hash of the document</dt>
        <dd>
          <HashText hash={policy.hash} label="the hash of the policy" />
        </dd>
      </div>
    </dl>
  );
}
