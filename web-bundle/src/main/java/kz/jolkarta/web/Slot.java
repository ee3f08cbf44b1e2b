package kz.jolkarta.web;

import java.util.ArrayList;
import java.util.List;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.Chart;
import kz.jolkarta.core.pages.Filters;
import kz.jolkarta.core.pages.Form;
import kz.jolkarta.core.pages.Table;

/**
 * A cell of the page's grid.
 *
 * @param columns 1 to 12
 * @param framed whether a card is drawn around the blocks
 */
public record Slot(int columns, boolean framed, List<Block> blocks) {

    /** Where the blocks stand; filters share a card with the list they filter, and what opens with what opens next. */
    public static List<Slot> of(List<Block> blocks) {
        List<Slot> slots = new ArrayList<>();
        Block before = null;
        for (Block block : blocks) {
            if (before != null && sharesCard(before, block)) {
                slots.get(slots.size() - 1).blocks.add(block);
            } else {
                slots.add(new Slot(columns(block), framed(block), new ArrayList<>(List.of(block))));
            }
            before = block;
        }
        return slots;
    }

    private static boolean sharesCard(Block before, Block block) {
        return before instanceof Filters && block instanceof Table
                || before instanceof Block.Disclosure && block instanceof Block.Disclosure;
    }

    private static int columns(Block block) {
        if (block instanceof Block.Card card) {
            return card.columns();
        }
        if (block instanceof Block.Column column) {
            return column.columns();
        }
        return block instanceof Block.Passport ? 4 : 12;
    }

    private static boolean framed(Block block) {
        return block instanceof Table
                || block instanceof Form
                || block instanceof Filters
                || block instanceof Chart
                || block instanceof Block.Disclosure
                || block instanceof Block.Rows
                || block instanceof Block.Plan
                || block instanceof Block.Meters
                || block instanceof Block.Progress
                || block instanceof Block.History
                || block instanceof Block.Comparison
                || block instanceof Block.Conditions;
    }
}
