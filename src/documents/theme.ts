import { type Style } from './pen.js';

/** Dark stone, a streak of gold, paper. Each text colour has at least 4.5:1 on the grounds it is used on. */
export const colors = {
  ink: '#1f2429',
  muted: '#586069',
  rule: '#d9dcdf',
  panel: '#eef0f1',
  faint: '#f6f7f7',
  stone: '#2b3036',
  streak: '#c9a14a',
  met: '#1d6b4f',
  open: '#9a3b26',
  paper: '#ffffff',
  /** The ink of Chinese seals. */
  seal: '#a3271f',
  /** Letters across a page, drawn so thinly that what is beneath stays readable. */
  specimen: '#d3aaa5',
} as const;

/** A sheet and its margins, in points. */
export interface Paper {
  left: number;
  right: number;
  top: number;
  bottom: number;
  width: number;
  height: number;
}

/** A4 as documents of several pages have it. */
export const portrait: Paper = { left: 54, right: 54, top: 64, bottom: 60, width: 595.28, height: 841.89 };
/** A4 as a certificate has it; its dark edge takes most of the left margin. */
export const landscape: Paper = { left: 136, right: 62, top: 54, bottom: 46, width: 841.89, height: 595.28 };

const style = (weight: Style['weight'], size: number, color: string): Style => ({ weight, size, color });

export const styles = {
  title: style('bold', 20, colors.ink),
  subtitle: style('regular', 10.5, colors.muted),
  outcome: style('bold', 23, colors.ink),
  heading: style('bold', 12.5, colors.ink),
  headingOther: style('regular', 9, colors.muted),
  strong: style('bold', 9.5, colors.ink),
  name: style('bold', 13, colors.ink),
  body: style('regular', 9.5, colors.ink),
  small: style('regular', 8, colors.ink),
  smallStrong: style('bold', 8, colors.ink),
  label: style('bold', 8, colors.muted),
  note: style('regular', 7.5, colors.muted),
  hash: style('regular', 6.4, colors.muted),
} satisfies Record<string, Style>;
