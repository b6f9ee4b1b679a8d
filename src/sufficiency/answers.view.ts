import { pageView } from '../common/paging.js';
import { type Attribution } from './attribution.entity.js';
import { type Waiver } from './waiver.entity.js';

/** Whose word it is. */
export class AnswererView {
  id: string;
  name: string;
}

export class WaiverView {
  id: string;
  assessmentId: string;
  rule: string;
  problem: string;
  targets: string[];
  items: string[];
  reason: string;
  waivedBy: AnswererView;
  waivedAt: string;
}

export class WaiversPage extends pageView(WaiverView) {}

export class AttributionView {
  id: string;
  assessmentId: string;
  targetRef: string;
  throughRef: string;
  statedBy: AnswererView;
  statedAt: string;
  withdrawnAt: string | null;
}

export class AttributionsPage extends pageView(AttributionView) {}

/** A row with the name of who wrote it. */
export interface Named<Row> {
  row: Row;
  name: string;
}

export function waiverView({ row, name }: Named<Waiver>): WaiverView {
  const { id, assessmentId, rule, problem, targets, items, reason, waivedBy, waivedAt } = row;
  return { id, assessmentId, rule, problem, targets, items, reason, waivedBy: { id: waivedBy, name }, waivedAt };
}

export function attributionView({ row, name }: Named<Attribution>): AttributionView {
  const { id, assessmentId, targetRef, throughRef, statedBy, statedAt, withdrawnAt } = row;
  return { id, assessmentId, targetRef, throughRef, statedBy: { id: statedBy, name }, statedAt, withdrawnAt };
}
