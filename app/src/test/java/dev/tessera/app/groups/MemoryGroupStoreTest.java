package dev.tessera.app.groups;

class MemoryGroupStoreTest extends GroupStoreKit {
    private final MemoryGroupStore store = new MemoryGroupStore();

    @Override
    protected GroupStore store() {
        return store;
    }
}
