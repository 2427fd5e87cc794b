package org.complaintdesk.identity;

import java.util.List;
import org.complaintdesk.platform.CannotStart;
import org.complaintdesk.platform.DeskProperties;
import org.complaintdesk.platform.DeskProperties.Shop;

/** The names of the settings' shops, which are the engine's tenants too. */
final class ShopNames {

    /** What the engine keeps of a tenant's id. */
    private static final int LONGEST = 64;

    private ShopNames() {
    }

    /** @throws CannotStart when a name is longer than the engine can keep */
    static List<String> of(DeskProperties desk) {
        List<String> names = desk.shops().stream().map(Shop::name).distinct().toList();
        names.stream().filter(name -> name.length() > LONGEST).findFirst().ifPresent(name -> {
            throw new CannotStart("complaintdesk.shops: %s is %d characters long; a shop's name has at most %d."
                    .formatted(name, name.length(), LONGEST));
        });
        return names;
    }
}
