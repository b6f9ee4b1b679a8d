import { Injectable } from '@nestjs/common';
import { type Actor } from '../common/actor.js';
import { type Tx } from '../database/database.js';

/** A verdict that stands no longer, and the decision that says so. */
export interface Overturned {
  verdictId: string;
  decisionId: string;
  /** Of the decision. */
  documentNumber: string;
  at: string;
}

/** What happens because of it, in the same write. */
export type Consequence = (tx: Tx, actor: Actor, overturned: Overturned) => Promise<void>;

/** Where features below say what an upheld appeal means for them, such as for certificates (rule P10). */
@Injectable()
export class Overturning {
  private readonly consequences: Consequence[] = [];

  follow(consequence: Consequence): void {
    this.consequences.push(consequence);
  }

  async happen(tx: Tx, actor: Actor, overturned: Overturned): Promise<void> {
    for (const consequence of this.consequences) await consequence(tx, actor, overturned);
  }
}
