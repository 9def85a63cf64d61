import { useParams } from '@tanstack/react-router';
import { useMe } from '../access/queries.ts';

/** The project of the page; where the address names none, the current one. Null when there is none at all. */
export function useProjectId(): number | null {
  const { projectId } = useParams({ strict: false });
  const { team } = useMe();
  return projectId ?? team?.id ?? null;
}
