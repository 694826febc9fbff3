export interface Config {
  app?: {
    /**
     * What the sign-in page of the demo offers.
     *
     * @deepVisibility frontend
     */
    demo?: {
      people?: Array<{
        /** Reference of a User entity; auth.providers.demo must allow it too. */
        userEntityRef: string;
        name: string;
        title: string;
        /** One line: what this person comes for and may do. */
        can: string;
      }>;
    };
  };
}
