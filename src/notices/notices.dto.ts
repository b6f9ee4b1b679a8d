import { IsIn, IsOptional } from 'class-validator';
import { PageQuery } from '../common/paging.js';
import { type NoticeState, noticeStates } from './state.js';

export class NoticesQuery extends PageQuery {
  @IsOptional()
  @IsIn(noticeStates)
  state?: NoticeState;
}
