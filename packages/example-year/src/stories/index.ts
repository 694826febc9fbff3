import { Story } from '../Year';
import { liveCapm } from './capm';
import { liveChm } from './chm';
import { liveConfm } from './confm';
import { liveCrm } from './crm';
import { liveCsi } from './csi';
import { liveIsm } from './ism';
import { liveIsrm } from './isrm';
import { livePm } from './pm';
import { liveRdm } from './rdm';
import { liveSacm } from './sacm';
import { liveSlm } from './slm';
import { liveSms } from './sms';
import { liveSpm } from './spm';
import { liveSrm } from './srm';
import { liveSuppm } from './suppm';

/** The stories of all processes, by their codes. */
export const stories: Record<string, Story> = {
  sms: liveSms,
  spm: liveSpm,
  slm: liveSlm,
  srm: liveSrm,
  sacm: liveSacm,
  capm: liveCapm,
  ism: liveIsm,
  crm: liveCrm,
  suppm: liveSuppm,
  isrm: liveIsrm,
  pm: livePm,
  confm: liveConfm,
  chm: liveChm,
  rdm: liveRdm,
  csi: liveCsi,
};
