import { Entity } from 'typeorm';
import { Id, Text } from '../database/columns.js';

/** A training body (訓練機構): it answers for the process of every assessment it holds. */
@Entity('training_bodies')
export class TrainingBody {
  @Id()
  id: string;
  @Text()
  name: string;
  @Text()
  createdAt: string;
}
