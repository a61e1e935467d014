import { useQueryClient } from '@tanstack/react-query';
import { send } from '../../api/client.ts';
import type { NewDecision } from '../../api/types.ts';
import { notify, notifyFailure } from '../shell/notices.tsx';

/** Records a decision about entities and shows a notice that can undo it; gives whether it was recorded. */
export function useDecide() {
  const client = useQueryClient();
  const undo = async (id: string) => {
    try {
      await send('DELETE', '/decisions/{id}', { id });
      await client.invalidateQueries();
      notify('Undone');
    } catch (error) {
      notifyFailure(error);
    }
  };
  return async (decision: NewDecision, told: string): Promise<boolean> => {
    try {
      const { id } = await send('POST', '/decisions', {}, decision);
      await client.invalidateQueries();
      notify(told, () => undo(id));
      return true;
    } catch (error) {
      notifyFailure(error);
      return false;
    }
  };
}
