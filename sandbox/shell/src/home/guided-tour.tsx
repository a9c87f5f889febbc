import Button from '@atlaskit/button/new';
import Heading from '@atlaskit/heading';
import Lozenge from '@atlaskit/lozenge';
import { navigate } from '../routing';
import { useSession } from '../session';
import type { Tour } from '../site/sandbox-api';
import { useDoneSteps } from './done-steps';

/** The steps of the tour in order; "Go" becomes the right person and opens the right place. */
export function GuidedTour({ steps }: { readonly steps: Tour['steps'] }) {
  const { people, actAs } = useSession();
  const { done, markDone, startAgain } = useDoneSteps();
  const next = steps.findIndex((_step, index) => !done.includes(index));
  return (
    <section aria-labelledby="tour" className="tour">
      <div className="section-head">
        <Heading size="medium" as="h2" id="tour">
          Guided tour
        </Heading>
        {done.length > 0 && (
          <Button appearance="subtle" spacing="compact" onClick={startAgain}>
            Start again
          </Button>
        )}
      </div>
      <ol className="tour-steps">
        {steps.map((step, index) => {
          const person = people.find((each) => each.accountId === step.as);
          const isNext = index === next;
          return (
            <li key={index} className={isNext ? 'tour-step tour-step-next' : 'tour-step'}>
              <span className="tour-number" aria-hidden="true">
                {index + 1}
              </span>
              <div className="tour-text">
                <p className="tour-title">
                  {step.title}
                  {done.includes(index) && (
                    <span className="tour-done">
                      <Lozenge appearance="success">Seen</Lozenge>
                    </span>
                  )}
                </p>
                <p>{step.text}</p>
                <p className="quiet">
                  As {person?.displayName ?? step.as}
                  {person?.role === undefined ? '' : `, ${person.role}`}
                </p>
              </div>
              <Button
                appearance={isNext ? 'primary' : 'default'}
                aria-label={`Go to step ${String(index + 1)}: ${step.title}`}
                onClick={() => {
                  actAs(step.as);
                  markDone(index);
                  navigate(step.href);
                }}
              >
                Go
              </Button>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
