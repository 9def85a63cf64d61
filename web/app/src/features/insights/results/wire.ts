/** Answers of insights on the wire. */

export interface TrendResult {
  label: string | null;
  /** Null for formulas over totals. */
  data: number[] | null;
  days?: string[];
  labels?: string[];
  count: number;
  aggregated_value?: number | null;
  order?: number;
  action?: { custom_name?: string | null; name?: string | null } | null;
  breakdown_value?: string | number | (string | number)[] | null;
  compare?: boolean;
  compare_label?: 'current' | 'previous';
}

export interface TrendsFilter {
  display?: string;
  aggregationAxisFormat?: string;
  aggregationAxisPrefix?: string;
  aggregationAxisPostfix?: string;
  decimalPlaces?: number;
  showPercentStackView?: boolean;
  yAxisScaleType?: string;
}

export interface TrendsQuery {
  kind: string;
  interval?: string;
  series?: {
    event?: string | null;
    name?: string | null;
    custom_name?: string | null;
    math?: string | null;
  }[];
  breakdownFilter?: {
    breakdown?: unknown;
    breakdowns?: { property: string }[] | null;
  } | null;
  trendsFilter?: TrendsFilter | null;
  dateRange?: { date_from?: string | null; date_to?: string | null } | null;
}

/** What an insight asks and what the answer was, as far as it takes to show it. */
export interface Answered {
  query: { kind: string; source?: TrendsQuery } | null;
  result: unknown;
  last_refresh: string | null;
  resolved_date_range: { date_from: string; date_to: string } | null;
  timezone: string | null;
  hasMore?: boolean | null;
}

/** The colour that a dashboard gives to a breakdown value wherever it appears. */
export interface BreakdownColor {
  breakdownValue: string;
  colorToken: string | null;
}
