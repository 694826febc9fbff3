import { Button, Tooltip, TooltipTrigger, VisuallyHidden } from '@backstage/ui';
import { ReactElement, useId } from 'react';
import styles from './records.module.css';

/** It cannot be pressed, but reached, so that everybody can learn why. */
export const RefusedButton = (props: {
  label: string;
  icon?: ReactElement;
  refusal: string;
}) => {
  const reasonId = useId();
  return (
    <>
      <TooltipTrigger delay={150}>
        <Button
          variant="secondary"
          className={styles.refused}
          iconStart={props.icon}
          aria-disabled
          aria-describedby={reasonId}
        >
          {props.label}
        </Button>
        <Tooltip>{props.refusal}</Tooltip>
      </TooltipTrigger>
      <VisuallyHidden id={reasonId}>{props.refusal}</VisuallyHidden>
    </>
  );
};
