export interface Config {
  fitsm?: {
    /**
     * Who holds FitSM's roles: references of groups, or of users
     * (`group:default/service-desk`).
     */
    roles?: {
      /** May do everything, import and deletion included. */
      administrators?: string[];
      /** Read everything that is not restricted, and change nothing. */
      auditors?: string[];
      /** Read and comment on everything that is not restricted. */
      readers?: string[];
      /** By the code of the process, `isrm` for example. */
      processes?: {
        [process: string]: {
          owner?: string[];
          manager?: string[];
          staff?: string[];
        };
      };
    };
  };
}
