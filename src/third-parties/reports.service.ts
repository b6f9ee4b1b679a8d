import { Injectable } from '@nestjs/common';
import { type Actor } from '../common/actor.js';
import { found } from '../common/errors.js';
import { Database } from '../database/database.js';
import { accessItem, seesDrafts } from '../evidence/items.js';
import { Invitation } from './invitation.entity.js';
import { ThirdPartyReport } from './report.entity.js';
import { type SeenReport } from './reports.view.js';

@Injectable()
export class ReportsService {
  constructor(private readonly db: Database) {}

  /** The report that an item is, or that it carries over from an earlier attempt. */
  async find(actor: Actor, id: string): Promise<SeenReport> {
    const { read } = this.db;
    const { item, standing } = await accessItem(read, actor, id, 'read');
    const report = found(await read.findOneBy(ThirdPartyReport, { itemId: item.originId ?? id }));
    const invitation = found(await read.findOneBy(Invitation, { id: report.invitationId }));
    return { item, report, invitation, reaches: seesDrafts(standing) };
  }
}
