import ChevronDownIcon from '@atlaskit/icon/core/chevron-down';
import ChevronRightIcon from '@atlaskit/icon/core/chevron-right';
import { useId, useState, type ReactNode } from 'react';

interface Props {
  readonly label: string;
  readonly children: ReactNode;
  readonly startsOpen?: boolean;
}

/** A button that shows and hides what follows it. */
export function Disclosure({ label, children, startsOpen = false }: Props) {
  const [isOpen, setOpen] = useState(startsOpen);
  const id = useId();
  const Chevron = isOpen ? ChevronDownIcon : ChevronRightIcon;
  return (
    <div>
      <button
        type="button"
        className="disclosure"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        <Chevron label="" size="small" />
        {label}
      </button>
      <div id={id} hidden={!isOpen}>
        {isOpen ? children : null}
      </div>
    </div>
  );
}
