/** A remark of the reader: its place in the source, what is to be said of it, and the printed text concerned. */
export interface Remark {
  kind: string;
  line: number;
  column?: number;
  text: string;
  excerpt: string;
}
