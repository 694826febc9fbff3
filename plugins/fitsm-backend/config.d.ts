export interface Config {
  fitsm?: {
    /** Codes of the processes that run, `isrm` for example. All where left out. */
    processes?: string[];
    /** By the name of the record type, `incident` for example. */
    recordTypes?: {
      [type: string]: {
        /** Priority by impact, then by urgency; pairs left out stay. */
        priorityMatrix?: { [impact: string]: { [urgency: string]: number } };
        /** Days until a transition happens by itself, by its name. */
        automaticAfterDays?: { [transition: string]: number };
      };
    };
  };
}
