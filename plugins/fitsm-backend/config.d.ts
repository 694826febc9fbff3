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
    conformity?: {
      /** Days after which evidence is stale. 365 where left out. */
      staleAfterDays?: number;
      /** The same for single rows of FitSM-2, `GR6.A2` for example. */
      intervals?: { [row: string]: number };
    };
    /** What the organisation wants KPIs to reach. */
    kpis?: {
      /** By the code of the process, `isrm` for example. */
      [process: string]: {
        /** By the name of the KPI; in its unit: percent are 0 to 100. */
        [name: string]: { target?: number };
      };
    };
  };
}
