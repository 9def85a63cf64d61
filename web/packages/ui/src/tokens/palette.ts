/** The colours of one scheme, by what they are for. */
export interface Palette {
  /** The ground that everything lies on. */
  canvas: string;
  /** Cards, tables, pages: where content is read. */
  surface: string;
  /** Menus, dialogs and toasts, which lie over other content. */
  raised: string;
  /** Navigation, table heads, wells: one step back. */
  sunken: string;
  /** Under the pointer, on any of the four above. */
  hover: string;
  /** Hairlines that separate; nothing depends on seeing them. */
  border: string;
  /** The edge of something to operate: at least 3:1 against what it lies on. */
  edge: string;

  text: string;
  muted: string;
  /** Texts that help but need not be read: hints, units, captions. */
  subtle: string;

  /** Verdigris: links, selection, focus, the one primary action. */
  accent: string;
  accentHover: string;
  onAccent: string;
  /** The ground of something selected. */
  accentSoft: string;
  onAccentSoft: string;

  danger: string;
  dangerHover: string;
  onDanger: string;
  dangerSoft: string;
  onDangerSoft: string;
  warningSoft: string;
  onWarningSoft: string;
  positiveSoft: string;
  onPositiveSoft: string;

  /** The gilded stone of the mark. Decoration only: never text. */
  gold: string;
  /** Grid lines of charts. */
  grid: string;
  /** What dims the page under a dialog. */
  veil: string;
  /** Under menus and toasts; on a dark ground only a deep one tells two of them apart. */
  shadowRaised: string;
  /** Under dialogs. */
  shadowDialog: string;
}

export const light: Palette = {
  canvas: '#f5f2ea',
  surface: '#fffdf9',
  raised: '#fffefc',
  sunken: '#ece8dc',
  hover: '#e6e1d3',
  border: '#dbd4c4',
  edge: '#857c68',

  text: '#211e19',
  muted: '#544e42',
  subtle: '#655e4f',

  accent: '#0c6a5c',
  accentHover: '#084f44',
  onAccent: '#ffffff',
  accentSoft: '#d5e8e0',
  onAccentSoft: '#0a5347',

  danger: '#b0261c',
  dangerHover: '#8b1b13',
  onDanger: '#ffffff',
  dangerSoft: '#fae2dc',
  onDangerSoft: '#8f1d14',
  warningSoft: '#f9e8c1',
  onWarningSoft: '#6e4700',
  positiveSoft: '#dfedcf',
  onPositiveSoft: '#2c5613',

  gold: '#d39a1c',
  grid: '#e8e2d5',
  veil: 'rgb(33 30 25 / 0.42)',
  shadowRaised: '0 1px 2px rgb(33 30 25 / 0.08), 0 8px 24px -6px rgb(33 30 25 / 0.2)',
  shadowDialog: '0 2px 6px rgb(33 30 25 / 0.1), 0 24px 64px -12px rgb(33 30 25 / 0.35)',
};

export const dark: Palette = {
  canvas: '#171512',
  surface: '#1f1c18',
  raised: '#2a2620',
  sunken: '#121010',
  hover: '#38322a',
  border: '#37322a',
  edge: '#85796a',

  text: '#f2eee5',
  muted: '#bdb5a5',
  subtle: '#a39a8a',

  accent: '#5cc6ae',
  accentHover: '#83d8c5',
  onAccent: '#07231d',
  accentSoft: '#17382f',
  onAccentSoft: '#8fdcc9',

  danger: '#ff9384',
  dangerHover: '#ffb1a6',
  onDanger: '#380a05',
  dangerSoft: '#45211c',
  onDangerSoft: '#ffb5a9',
  warningSoft: '#3d2f12',
  onWarningSoft: '#f3cd7a',
  positiveSoft: '#22351a',
  onPositiveSoft: '#a9d98f',

  gold: '#e0ab34',
  grid: '#302b25',
  veil: 'rgb(0 0 0 / 0.6)',
  shadowRaised: '0 1px 2px rgb(0 0 0 / 0.4), 0 8px 24px -2px rgb(0 0 0 / 0.6)',
  shadowDialog: '0 2px 6px rgb(0 0 0 / 0.4), 0 24px 64px -8px rgb(0 0 0 / 0.7)',
};

/** Series colours in their order, as clients of the API know them. */
export const lightSeries = [
  '#1d4aff',
  '#621da6',
  '#42827e',
  '#ce0e74',
  '#f14f58',
  '#7c440e',
  '#529a0a',
  '#0476fb',
  '#fe729e',
  '#35416b',
  '#41cbc4',
  '#b64b02',
  '#e4a604',
  '#a56eff',
  '#30d5c8',
] as const;

/** The same hues, the dark ones lifted until each stands 3:1 against a dark surface. */
export const darkSeries = [
  '#5f80ff',
  '#a770e6',
  '#58a39e',
  '#e8559f',
  '#f5656d',
  '#bd7f43',
  '#72b52f',
  '#4798ff',
  '#fe85ab',
  '#8696cf',
  '#41cbc4',
  '#dd7a32',
  '#e4a604',
  '#b486ff',
  '#30d5c8',
] as const;
