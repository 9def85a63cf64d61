import { useQueryClient } from '@tanstack/react-query';
import { showToast } from '@tessera/ui';
import { dashboardsQuery } from '../../dashboards/queries.ts';
import { returnToRow } from '../../lists/rowFocus.ts';
import { insightMessages as messages } from '../messages.ts';
import { nameOf } from '../names.ts';
import { insightKeys, useChangeInsight, useCreateInsight } from '../queries.ts';
import type { Insight, InsightChange } from '../wire.ts';

/** What can be done with one of a project's insights, each saying how it went. */
export function useInsightActions(projectId: number) {
  const client = useQueryClient();
  const { mutateAsync: change } = useChangeInsight(projectId);
  const { mutateAsync: create } = useCreateInsight(projectId);
  const key = insightKeys.list(projectId);
  const failed = (error: Error) => showToast(messages.changeFailed(error.message), { tone: 'danger' });

  /** Shows a change in the list before the server has it, and takes it back when the server refuses. */
  const save = (insight: Insight, fields: InsightChange, onSuccess?: () => void) => {
    client.setQueryData<Insight[]>(key, (list) =>
      list
        ?.map((it) => (it.id === insight.id ? { ...it, ...fields } : it))
        .filter((it) => it.id !== insight.id || fields.deleted !== true),
    );
    // Promises, not callbacks of the mutation: those are dropped with the row, which this may take off the list.
    return change({ insight, change: fields }).then(onSuccess, (error) => {
      void client.invalidateQueries({ queryKey: key });
      failed(error);
    });
  };

  /** Those of `dashboards` that have not been deleted by now: the server refuses to put an insight onto others. */
  const stillThere = async (dashboards: number[]) => {
    if (dashboards.length === 0) {
      return dashboards;
    }
    const all = await client.fetchQuery({ ...dashboardsQuery(projectId), staleTime: 0 });
    return dashboards.filter((id) => all.some((it) => it.id === id));
  };

  return {
    toggleFavorite: (insight: Insight) => save(insight, { favorited: !insight.favorited }),

    remove: (insight: Insight) => {
      const name = nameOf(insight);
      const restore = async () => {
        const dashboards = await stillThere(insight.dashboards);
        const gone = insight.dashboards.length - dashboards.length;
        await save(insight, { deleted: false, dashboards }, () => showToast(messages.restored(name, gone)));
        // Waits for what the change has made the list ask for.
        await client.refetchQueries({ queryKey: key, type: 'active' }, { cancelRefetch: false });
      };
      return save(insight, { deleted: true }, () =>
        showToast(messages.deleted(name), {
          action: {
            label: messages.undo,
            run: () =>
              void restore()
                .catch(failed)
                .then(() => returnToRow(insight.id)),
          },
        }),
      );
    },

    duplicate: (insight: Insight) => {
      const name = messages.copyOf(nameOf(insight));
      const { query, description, derived_name } = insight;
      return create({ name, query, description, derived_name, saved: true }).then(
        () => showToast(messages.duplicated(name)),
        failed,
      );
    },
  };
}
