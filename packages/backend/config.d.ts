export interface Config {
  auth?: {
    providers?: {
      /** Sign-in without a password as a person of the example organisation. */
      demo?: {
        development?: {
          /** References of the User entities that may be chosen. */
          users: string[];
        };
      };
    };
  };
}
