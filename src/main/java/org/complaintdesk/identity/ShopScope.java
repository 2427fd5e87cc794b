package org.complaintdesk.identity;

import java.util.List;
import java.util.Set;

/**
 * The shops that somebody sees.
 *
 * @param all        whether that is every one, now and later
 * @param shops      those of the settings that they see
 * @param configured those of the settings: what is about any other shop, or about none, is seen by everyone, so that no
 *                   customer is forgotten
 */
public record ShopScope(boolean all, Set<String> shops, Set<String> configured) {

    /** What {@link #condition} compares with. */
    public static final String HIDDEN = "hiddenShops";

    public ShopScope {
        shops = Set.copyOf(shops);
        configured = Set.copyOf(configured);
    }

    /** @param shop may be null */
    public boolean includes(String shop) {
        return all || shop == null || !configured.contains(shop) || shops.contains(shop);
    }

    /** @return the shops of the settings that are not seen, in alphabetical order; empty when there is nothing to leave out */
    public List<String> hidden() {
        return all ? List.of() : configured.stream().filter(shop -> !shops.contains(shop)).sorted().toList();
    }

    /** @return {@link #hidden} as the database takes it: the value of {@code :hiddenShops} in {@link #condition} */
    public String[] hiddenShops() {
        return hidden().toArray(String[]::new);
    }

    /**
     * The condition of a list that holds only what is seen. It needs no index: nearly every row fulfils it, or the list is
     * short.
     *
     * @param column the shop, by its name in the query
     * @return an SQL condition with the parameter {@code hiddenShops}; it holds always when nothing is hidden
     */
    public static String condition(String column) {
        return "(%1$s is null or %1$s <> all(:hiddenShops))".formatted(column);
    }
}
