import { type SwitchedChangeView } from '../../../../src/contracts/api/candidate';
import { issuePath } from '../../bridge/open-in-product';
import { ProductLink } from '../../elements/product-link';

/** An open change that could not go on as it stands, and what would be newly asked of it. */
export function StuckChange({ change }: { readonly change: SwitchedChangeView }) {
  return (
    <li className="stuck-change">
      <p>
        <ProductLink path={issuePath(change.key)}>{change.key}</ProductLink>{' '}
        {change.summary !== null && <strong className="as-written">{change.summary}</strong>}{' '}
        <span className="subtle">
          in {change.stage}, stopped at {change.gate}
        </span>
      </p>
      <ul className="newly-asked">
        {change.asked.map((asked) => (
          <li key={asked} className="as-written">
            {asked}
          </li>
        ))}
      </ul>
    </li>
  );
}
