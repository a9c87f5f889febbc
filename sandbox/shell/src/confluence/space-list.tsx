import { useCallback } from 'react';
import { PlaceList } from '../place-list';
import { useSession } from '../session';
import { fetchSpaces } from '../site/confluence-api';

export function SpaceList() {
  const { site } = useSession();
  const load = useCallback(() => fetchSpaces(site), [site]);
  return <PlaceList title="Spaces" kind="space" load={load} hrefOf={(key) => `/wiki/spaces/${key}`} />;
}
