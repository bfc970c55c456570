"""What Python's statements ask of an object: `with` and `async with`, `await`, `async for`."""


class Context:
    """An object to use `with`: it gives itself."""

    def __enter__(self):
        return self

    def __exit__(self, *failure):
        return None


class AsyncContext:
    """An object to use `async with`: it gives itself."""

    async def __aenter__(self):
        return self

    async def __aexit__(self, *failure):
        return None


class Awaitable:
    """An object that is its own result."""

    def __await__(self):
        return self
        yield


class NoItems:
    """An asynchronous iterator over nothing."""

    def __aiter__(self):
        return self

    async def __anext__(self):
        raise StopAsyncIteration
