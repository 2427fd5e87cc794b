package org.complaintdesk.casefile;

/**
 * A list somebody looks at again.
 *
 * @param owner   the user id of whoever saved it
 * @param filter  the part of its address after the question mark
 * @param shared  whether everybody has it
 */
record SavedView(long id, String owner, String name, String filter, boolean shared, String path) {

    /** @return the address of the list as it was filtered */
    public String address() {
        return filter.isEmpty() ? path : path + "?" + filter;
    }
}
