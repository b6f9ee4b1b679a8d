import { pageView } from '../common/paging.js';
import { type Attribution } from './attribution.entity.js';
import { type Waiver, type WaiverWithdrawal } from './waiver.entity.js';

/** Whose word it is. */
export class AnswererView {
  id: string;
  name: string;
}

/** That a waiver was taken back, and the warning stands again. */
export class WaiverWithdrawalView {
  reason: string;
  withdrawnBy: AnswererView;
  withdrawnAt: string;
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
  withdrawal: WaiverWithdrawalView | null;
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

/** A waiver, and that it was taken back, if it was. */
export interface NamedWaiver extends Named<Waiver> {
  withdrawal: Named<WaiverWithdrawal> | null;
}

export function waiverView({ row, name, withdrawal }: NamedWaiver): WaiverView {
  const { id, assessmentId, rule, problem, targets, items, reason, waivedBy, waivedAt } = row;
  const by = { waivedBy: { id: waivedBy, name }, waivedAt };
  return { id, assessmentId, rule, problem, targets, items, reason, ...by, withdrawal: withdrawalView(withdrawal) };
}

function withdrawalView(of: NamedWaiver['withdrawal']): WaiverWithdrawalView | null {
  if (!of) return null;
  const { reason, withdrawnBy, withdrawnAt } = of.row;
  return { reason, withdrawnBy: { id: withdrawnBy, name: of.name }, withdrawnAt };
}

export function attributionView({ row, name }: Named<Attribution>): AttributionView {
  const { id, assessmentId, targetRef, throughRef, statedBy, statedAt, withdrawnAt } = row;
  return { id, assessmentId, targetRef, throughRef, statedBy: { id: statedBy, name }, statedAt, withdrawnAt };
}
