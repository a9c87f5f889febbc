import type { SwitchView } from '../../contracts/api/candidate';
import { GATE_TITLES, STAGE_TITLES } from '../../contracts/field-titles';
import { itemLine } from '../../contracts/gate-message';
import type { Policy } from '../../domain/policy/policy';
import type { SwitchPreview } from '../../usecases/preview-switch';

/** What would become of open changes under another policy, in words. Changes that would not notice are only counted. */
export function switchViewOf(preview: SwitchPreview, candidate: Policy): SwitchView {
  return {
    stuck: preview.changes
      .filter(({ stuck }) => stuck)
      .map(({ change, summary, stage, gate, asked }) => ({
        key: change.key,
        summary,
        stage: STAGE_TITLES[stage],
        gate: GATE_TITLES[gate],
        asked: asked.map((item) => itemLine(item, candidate)),
      })),
    looked: preview.looked,
    unread: [...preview.unread],
    cursor: preview.cursor,
  };
}
