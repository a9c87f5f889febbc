import Button from '@atlaskit/button/new';
import ModalDialog, {
  CloseButton,
  ModalBody,
  ModalFooter,
  ModalHeader,
  ModalTitle,
  ModalTransition,
} from '@atlaskit/modal-dialog';
import { useState } from 'react';
import { useSession } from '../session';
import { Initials } from './initials';
import { PeopleList } from './people-list';

/** Who I am now, and the way to be somebody else. */
export function PersonSwitcher() {
  const { me } = useSession();
  const [open, setOpen] = useState(false);
  const close = () => {
    setOpen(false);
  };
  return (
    <>
      <button
        type="button"
        className="person-button"
        aria-haspopup="dialog"
        aria-label={`You are ${me.displayName}${me.role === undefined ? '' : `, ${me.role}`}. Switch to somebody else`}
        onClick={() => {
          setOpen(true);
        }}
      >
        <Initials name={me.displayName} />
        <span className="person-button-text">
          <span className="person-button-name">{me.displayName}</span>
          {me.role !== undefined && <span className="person-button-role">{me.role}</span>}
        </span>
      </button>
      <ModalTransition>
        {open && (
          <ModalDialog onClose={close} width="medium">
            <ModalHeader>
              <ModalTitle>Who do you want to be?</ModalTitle>
              <CloseButton onClick={close} />
            </ModalHeader>
            <ModalBody>
              <PeopleList onChosen={close} />
            </ModalBody>
            <ModalFooter>
              <Button appearance="subtle" onClick={close}>
                Stay {me.displayName}
              </Button>
            </ModalFooter>
          </ModalDialog>
        )}
      </ModalTransition>
    </>
  );
}
