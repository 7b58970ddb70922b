"""The body as MuJoCo models, with muscle lengths and moment arms."""
