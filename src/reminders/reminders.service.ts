import { Injectable } from '@nestjs/common';
import { type Actor } from '../common/actor.js';
import { Clock } from '../common/clock.js';
import { Database } from '../database/database.js';
import { type Cause } from './cause.js';
import { causesOf } from './causes.js';

@Injectable()
export class RemindersService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  async mine(actor: Actor): Promise<Cause[]> {
    return causesOf(this.db.read, actor.userId, this.clock.instant());
  }
}
