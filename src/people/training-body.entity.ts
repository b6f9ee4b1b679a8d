import { Entity } from 'typeorm';
import { Id, Json, Text } from '../database/columns.js';

/** What a body decides for itself; an absent value means the default of the rules. */
export interface BodyPolicies {
  /** Months after which evidence is no longer current (rule C2). */
  currencyWindowMonths?: number;
}

/** A training body (訓練機構): it answers for the process of every assessment it holds. */
@Entity('training_bodies')
export class TrainingBody {
  @Id()
  id: string;
  @Text()
  name: string;
  @Json()
  settings: BodyPolicies;
  @Text()
  createdAt: string;
}
