import './setup.css';
import { useCallback, useState } from 'react';
import { setupApi, type SetupProjectView } from '../../../../src/contracts/api/setup-api';
import { callBackend } from '../../bridge/call-backend';
import { Disclosure } from '../../elements/disclosure';
import { LoadingMessage } from '../../elements/loading-message';
import { ReadingFailure } from '../../elements/reading-failure';
import { useReading } from '../../elements/use-reading';
import { FieldMapSection } from './field-map-section';
import { GovernedProjects } from './governed-projects';
import { ProjectChooser } from './project-chooser';
import { ProjectSetup } from './project-setup';

interface Props {
  /** Since when the policy in force is; null where none is. */
  readonly policySince: string | null;
  readonly onGoverned: () => void;
}

const readSetup = () => callBackend('setup', setupApi.setup, {});

/** Where an admin puts projects under change control. */
export function SetupTab({ policySince, onGoverned }: Props) {
  const { reading, refresh } = useReading(readSetup);
  const [project, setProject] = useState<SetupProjectView>();
  const ended = useCallback(() => {
    refresh();
    onGoverned();
  }, [refresh, onGoverned]);
  return (
    <>
      <p className="setup-lead">
        The app gives a project the issue type for change requests, its fields and screens, and a workflow with the
        gates of the policy. You see everything that would be made before anything is made.
      </p>
      {reading.state === 'loading' && <LoadingMessage what="Reading which projects are under change control…" />}
      <ReadingFailure reading={reading} what="The projects could not be read." onRetry={refresh} />
      {reading.state === 'ready' && (
        <>
          <section aria-labelledby="governed">
            <h2 id="governed">Projects under change control</h2>
            <GovernedProjects view={reading.value} policySince={policySince} onOpen={setProject} />
          </section>
          <section aria-labelledby="set-up">
            <h2 id="set-up">Set a project up</h2>
            <ProjectChooser project={project} onChoose={setProject} />
            {project !== undefined && (
              <ProjectSetup key={project.id} project={project} onStarted={refresh} onEnded={ended} />
            )}
          </section>
          <section aria-labelledby="field-map">
            <h2 id="field-map">Where the parts of a change are</h2>
            <Disclosure label="Show the field map">
              <FieldMapSection />
            </Disclosure>
          </section>
        </>
      )}
    </>
  );
}
