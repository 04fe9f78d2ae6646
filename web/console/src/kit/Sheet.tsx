import type { ReactElement, ReactNode } from "react";
import { Dialog, Heading, Modal, ModalOverlay } from "react-aria-components";

interface Props {
  readonly title: string;
  readonly size?: "small" | "wide" | "bar";
  readonly isOpen: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly children: ReactNode;
}

/** A dialog over the page; Escape and a press outside close it. */
export function Sheet({ title, size = "small", isOpen, onOpenChange, children }: Props): ReactElement {
  return (
    <ModalOverlay className={`overlay overlay-${size}`} isOpen={isOpen} onOpenChange={onOpenChange} isDismissable>
      <Modal className={`sheet sheet-${size}`}>
        <Dialog className="sheet-body">
          <Heading slot="title" className={size === "bar" ? "hidden" : "sheet-title"}>
            {title}
          </Heading>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
