import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import {
  ChartIcon,
  chooseColorScheme,
  DashboardIcon,
  InsightIcon,
  MoonIcon,
  SendIcon,
  SunIcon,
  SystemIcon,
} from '@tessera/ui';
import type { ReactNode } from 'react';
import { dashboardsQuery } from '../dashboards/queries.ts';
import { match } from './match.ts';
import { shellMessages } from './messages.ts';

const messages = shellMessages.palette;

export interface Command {
  id: string;
  group: string;
  label: string;
  icon: ReactNode;
  run: () => void;
}

/** What the palette offers for what was typed: within each group, what fits best comes first. */
export function useCommands(projectId: number | null, typed: string): Command[] {
  const pages = usePages(projectId);
  const dashboards = useDashboards(projectId);
  return [
    ...fitting(pages, typed),
    ...fitting(dashboards, typed).slice(0, 50),
    ...fitting(appearance, typed),
  ];
}

function fitting(commands: readonly Command[], typed: string): Command[] {
  return commands
    .flatMap((command) => {
      const score = match(command.label, typed);
      return score === null ? [] : [{ command, score }];
    })
    .sort((a, b) => b.score - a.score)
    .map(({ command }) => command);
}

function usePages(projectId: number | null): Command[] {
  const navigate = useNavigate();
  if (projectId === null) {
    return [];
  }
  const page = (id: string, label: string, icon: ReactNode, run: () => unknown): Command => ({
    id,
    group: messages.goTo,
    label,
    icon,
    run: () => void run(),
  });
  const params = { projectId };
  return [
    page('dashboards', shellMessages.dashboards, <DashboardIcon size={16} />, () =>
      navigate({ to: '/project/$projectId/dashboards', params }),
    ),
    page('insights', shellMessages.insights, <InsightIcon size={16} />, () =>
      navigate({ to: '/project/$projectId/insights', params }),
    ),
    page('new-insight', shellMessages.newInsight, <InsightIcon size={16} />, () =>
      navigate({ to: '/project/$projectId/insights/new', params }),
    ),
    page('send-events', shellMessages.sendEvents, <SendIcon size={16} />, () =>
      navigate({ to: '/project/$projectId/send-events', params }),
    ),
  ];
}

function useDashboards(projectId: number | null): Command[] {
  const navigate = useNavigate();
  const { data = [] } = useQuery({ ...dashboardsQuery(projectId ?? 0), enabled: projectId !== null });
  return data.map((dashboard) => ({
    id: `dashboard-${dashboard.id}`,
    group: messages.dashboards,
    label: dashboard.name || shellMessages.untitled,
    icon: <ChartIcon size={16} />,
    run: () =>
      void navigate({
        to: '/project/$projectId/dashboard/$dashboardId',
        params: { projectId: projectId ?? 0, dashboardId: dashboard.id },
      }),
  }));
}

const appearance: readonly Command[] = (
  [
    ['light', shellMessages.light, <SunIcon key="light" size={16} />],
    ['dark', shellMessages.dark, <MoonIcon key="dark" size={16} />],
    ['system', shellMessages.system, <SystemIcon key="system" size={16} />],
  ] as const
).map(([choice, name, icon]) => ({
  id: `theme-${choice}`,
  group: messages.appearance,
  label: messages.useTheme(name),
  icon,
  run: () => chooseColorScheme(choice),
}));
