import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import {
  Avatar,
  chooseColorScheme,
  DashboardIcon,
  InsightIcon,
  MoonIcon,
  PlusIcon,
  SendIcon,
  SignOutIcon,
  SunIcon,
  SystemIcon,
} from '@tessera/ui';
import type { ReactNode } from 'react';
import { useProjects } from '../access/queries.ts';
import { dashboardsQuery } from '../dashboards/queries.ts';
import { DisplayIcon, displayOf } from '../insights/DisplayIcon.tsx';
import { nameOf } from '../insights/names.ts';
import { insightsQuery } from '../insights/queries.ts';
import { match } from './match.ts';
import { shellMessages } from './messages.ts';
import { useSignOut } from './useSignOut.ts';
import { useSwitchProject } from './useSwitchProject.ts';

const messages = shellMessages.palette;
const AT_MOST = 50;

export interface Command {
  id: string;
  group: string;
  label: string;
  icon: ReactNode;
  run: () => void;
}

/** What the palette offers for what was typed: within each group, what fits best comes first. */
export function useCommands(
  projectId: number | null,
  typed: string,
  onCreateDashboard: () => void,
): Command[] {
  const pages = usePages(projectId);
  const creating = useCreating(projectId, onCreateDashboard);
  const dashboards = useDashboards(projectId);
  const insights = useInsights(projectId);
  const projects = useOtherProjects(projectId);
  const signOut = useSignOut();
  const account: Command = {
    id: 'sign-out',
    group: messages.account,
    label: shellMessages.signOut,
    icon: <SignOutIcon size={16} />,
    run: signOut,
  };
  return [
    ...fitting(pages, typed),
    ...fitting(creating, typed),
    ...fitting(dashboards, typed).slice(0, AT_MOST),
    // Too many to be looked through: they come when something is typed.
    ...(typed.trim() === '' ? [] : fitting(insights, typed).slice(0, AT_MOST)),
    ...fitting(projects, typed),
    ...fitting(appearance, typed),
    ...fitting([account], typed),
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
  const params = { projectId };
  const group = messages.goTo;
  return [
    {
      id: 'dashboards',
      group,
      label: shellMessages.dashboards,
      icon: <DashboardIcon size={16} />,
      run: () => void navigate({ to: '/project/$projectId/dashboards', params }),
    },
    {
      id: 'insights',
      group,
      label: shellMessages.insights,
      icon: <InsightIcon size={16} />,
      run: () => void navigate({ to: '/project/$projectId/insights', params }),
    },
    {
      id: 'send-events',
      group,
      label: shellMessages.sendEvents,
      icon: <SendIcon size={16} />,
      run: () => void navigate({ to: '/project/$projectId/send-events', params }),
    },
  ];
}

function useCreating(projectId: number | null, onCreateDashboard: () => void): Command[] {
  const navigate = useNavigate();
  if (projectId === null) {
    return [];
  }
  const group = messages.create;
  return [
    {
      id: 'new-dashboard',
      group,
      label: messages.newDashboard,
      icon: <PlusIcon size={16} />,
      run: onCreateDashboard,
    },
    {
      id: 'new-insight',
      group,
      label: shellMessages.newInsight,
      icon: <PlusIcon size={16} />,
      run: () => void navigate({ to: '/project/$projectId/insights/new', params: { projectId } }),
    },
  ];
}

function useDashboards(projectId: number | null): Command[] {
  const navigate = useNavigate();
  const { data = [] } = useQuery({ ...dashboardsQuery(projectId ?? 0), enabled: projectId !== null });
  return data.map((dashboard) => ({
    id: `dashboard-${dashboard.id}`,
    group: messages.dashboards,
    label: dashboard.name || shellMessages.untitled,
    icon: <DashboardIcon size={16} />,
    run: () =>
      void navigate({
        to: '/project/$projectId/dashboard/$dashboardId',
        params: { projectId: projectId ?? 0, dashboardId: dashboard.id },
      }),
  }));
}

function useInsights(projectId: number | null): Command[] {
  const navigate = useNavigate();
  const { data = [] } = useQuery({ ...insightsQuery(projectId ?? 0), enabled: projectId !== null });
  return data.map((insight) => ({
    id: `insight-${insight.id}`,
    group: messages.insights,
    label: nameOf(insight),
    icon: <DisplayIcon display={displayOf(insight)} size={16} />,
    run: () =>
      void navigate({
        to: '/project/$projectId/insights/$shortId',
        params: { projectId: projectId ?? 0, shortId: insight.short_id },
      }),
  }));
}

function useOtherProjects(projectId: number | null): Command[] {
  const switchTo = useSwitchProject();
  return useProjects()
    .filter(({ id }) => id !== projectId)
    .map(({ id, name }) => ({
      id: `project-${id}`,
      group: messages.projects,
      label: name,
      icon: <Avatar name={name} />,
      run: () => switchTo(id),
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
